from framework_qda.ui.printing.headless import begin


def test_an_application_that_is_there_is_taken(qapp):
    assert begin() is qapp
