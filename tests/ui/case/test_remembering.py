from framework_qda.ui.case.remembering import LastCase


def last_case(settings, project_id="p1"):
    made = LastCase()
    made.begin(settings, project_id)
    return made


def test_the_case_study_kept_last_is_shown_again(settings):
    last_case(settings).keep("c2")
    assert last_case(settings).among(["c1", "c2"]) == "c2"


def test_one_that_is_gone_gives_way_to_the_first(settings):
    last_case(settings).keep("c9")
    assert last_case(settings).among(["c1", "c2"]) == "c1"


def test_another_project_has_its_own(settings):
    last_case(settings).keep("c2")
    assert last_case(settings, "p2").remembered == ""


def test_nothing_is_remembered_without_settings():
    made = last_case(None)
    made.keep("c2")
    assert (made.remembered, made.among([])) == ("", "")
