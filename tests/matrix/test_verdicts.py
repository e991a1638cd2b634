from framework_qda.matrix.verdicts import read_verdict_table


def row(table, number):
    return next(each for each in table.rows if each.subtopic.number == number)


def test_every_case_study_has_its_place_in_every_row(study):
    table = read_verdict_table(study.read)
    assert [label for _, label in table.case_studies] == ["Area 1", "Area 2"]
    assert {len(each.verdicts) for each in table.rows} == {2}


def test_verdicts_stand_where_they_were_set(study):
    study.project.judge(study["area1"], study["2.1"], verdict="differ", note="who reconciles")
    first, _ = row(read_verdict_table(study.read), "2.1").verdicts
    assert (first.verdict, first.note) == ("differ", "who reconciles")


def test_a_case_study_of_one_agency_proposes_that_there_is_no_partner(study):
    first, second = row(read_verdict_table(study.read), "1.2").verdicts
    assert (first.proposed, second.proposed) == ("", "no_partner")


def test_verdicts_are_counted_by_row_and_by_case_study(study):
    for number, verdict in (("1.2", "differ"), ("2.1", "differ"), ("2.2", "agree")):
        study.project.judge(study["area1"], study[number], verdict=verdict)
    study.project.judge(study["area2"], study["1.2"], verdict="no_partner")
    table = read_verdict_table(study.read)
    assert row(table, "1.2").counts == {"differ": 1, "no_partner": 1}
    assert table.counts_of(0) == {"differ": 2, "agree": 1}


def test_the_rows_stand_under_their_themes(study):
    assert [(one.first, one.count) for one in read_verdict_table(study.read).sections] == [(0, 3), (3, 2)]
