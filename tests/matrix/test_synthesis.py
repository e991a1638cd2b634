from framework_qda.matrix.synthesis import read_links, read_synthesis
from framework_qda.model import Statement, Subtopic
from framework_qda.project.ids import cell_id


def conclude(study, subject_type, subject, *evidence):
    study.project.conclude(subject_type, study[subject], [Statement("s1", "summary", "They compare.", evidence)])
    return read_synthesis(study.read, subject_type, study[subject])


def labels(reading):
    return [link.label for statement in reading.statements for link in statement.evidence]


def the_cell(study, interview, subtopic):
    return cell_id(study[interview], study[subtopic])


def test_a_cell_is_named_by_interview_and_number(study):
    assert labels(conclude(study, "case_study", "area1", the_cell(study, "I02", "2.1"))) == ["I02 2.1"]


def test_in_a_case_study_of_one_interview_the_number_says_enough(study):
    assert labels(conclude(study, "case_study", "area2", the_cell(study, "I03", "1.2"))) == ["1.2"]


def test_in_the_synthesis_of_a_column_the_interview_says_enough(study):
    assert labels(conclude(study, "subtopic", "1.2", the_cell(study, "I03", "1.2"))) == ["I03"]


def test_a_statement_is_named_by_its_place_in_the_cell(study):
    assert labels(conclude(study, "case_study", "area1", "I02-1.2-1")) == ["I02 1.2 (2)"]


def test_a_link_has_the_words_that_it_leads_to(study):
    links = read_links(study.read, ["I02-1.2-1", the_cell(study, "I01", "1.2")])
    assert links["I02-1.2-1"].text == "it's the tenth you do it for"
    assert links[the_cell(study, "I01", "1.2")].text == "not asked"


def test_a_statement_that_was_deleted_is_lost(study):
    reading = conclude(study, "case_study", "area1", "I02-1.2-1")
    study.project.chart(study["I02"], study["1.2"], ())
    reading = read_synthesis(study.read, "case_study", study["area1"])
    assert reading.statements[0].evidence[0].is_lost


def test_a_cell_that_nobody_wrote_in_is_lost(study):
    assert read_links(study.read, ["nowhere"])["nowhere"].is_lost


def test_the_heading_says_of_what_it_is(study):
    assert read_synthesis(study.read, "case_study", study["area1"]).heading == "Synopsis of Area 1"
    assert read_synthesis(study.read, "subtopic", study["1.2"]).heading == "Synthesis of 1.2 Quality"


def test_the_numbers_follow_the_framework(study):
    conclude(study, "case_study", "area1", the_cell(study, "I02", "2.1"))
    study.project.move(Subtopic, study["2.2"], after=None)
    assert labels(read_synthesis(study.read, "case_study", study["area1"])) == ["I02 2.2"]
