"""The quote bank as Word: real styles, a contents list, nothing that identifies in the public profile."""

import getpass
import time
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from framework_qda.io.docx_out import export_quotes
from framework_qda.model import Extract, Study
from framework_qda.quotes.bank import QuoteBank, QuoteSection, QuoteSubsection, build_bank
from framework_qda.quotes.printed import PrintedQuotation
from tests.reference import golden
from tests.reference.small_study import edit_quotations


@pytest.fixture
def path(tmp_path):
    return tmp_path / "quotes.docx"


def export(study, path, **options):
    return export_quotes(build_bank(study.read, **options), study.read.study(), path)


def paragraphs(path, style):
    return [each.text for each in docx.Document(str(path)).paragraphs if each.style.name == style]


def content(path):
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("quotes.txt", {}),
        ("quotes_internal.txt", {"is_public": False, "group_by": "case_study"}),
    ],
)
def test_the_document_is_as_it_was_when_last_looked_at(study, path, name, options):
    export(study, path, **options)
    golden.check(name, golden.describe_document(path))


def test_edited_quotations_are_as_they_were_when_last_looked_at(study, path):
    edit_quotations(study)
    export(study, path, is_public=False)
    golden.check("quotes_edited.txt", golden.describe_document(path))


@pytest.mark.parametrize("is_public", [True, False])
def test_what_an_insertion_replaces_is_nowhere_in_the_file(study, path, is_public):
    edit_quotations(study)
    export(study, path, is_public=is_public)
    assert not [name for name, text in content(path).items() if b"sheet" in text.lower().replace(b"stylesheet", b"")]


def test_a_fragment_is_roman_and_a_block_quotation_italic(study, path):
    edit_quotations(study)
    export(study, path)
    assert paragraphs(path, "Quotation Fragment") == ["‘I read every [form]’"]
    assert docx.Document(str(path)).styles["Quotation Fragment"].font.italic is False


def test_headings_are_real_headings(study, path):
    export(study, path)
    assert paragraphs(path, "Heading 1") == ["1 Referral: quality & feedback", "2 Meetings"]
    assert paragraphs(path, "Heading 2") == ["1.2 Quality", "2.1 Level"]


def test_a_quotation_is_a_paragraph_of_its_own_in_its_marks(study, path):
    export(study, path)
    assert "‘it’s the “tenth” you do it for’" in paragraphs(path, "Quotation")


def test_quotations_are_italic_and_attributions_roman(study, path):
    export(study, path)
    styles = docx.Document(str(path)).styles
    assert styles["Quotation"].font.italic is True
    assert styles["Attribution"].font.italic is False


def test_the_attribution_follows_with_the_number(study, path):
    export(study, path)
    assert paragraphs(path, "Attribution")[0] == "trust, community based  [1]"


def test_n_is_said_of_each_theme_and_subtopic(study, path):
    export(study, path)
    counts = paragraphs(path, "Quotation Count")
    assert counts == ["n = 2", "n = 2", "n = 1", "n = 1, and 1 printed elsewhere"]


def test_a_quotation_used_again_is_pointed_to(study, path):
    export(study, path)
    assert paragraphs(path, "Quotation Pointer") == ["See also quotation 2 under 1.2 Quality."]


def test_the_contents_list_is_a_field_with_entries_that_lead_somewhere(study, path):
    export(study, path)
    body = docx.Document(str(path)).element.body
    assert [each.text.strip() for each in body.iter(qn("w:instrText"))] == [r'TOC \o "1-2" \h \z \u']
    targets = [each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))]
    assert targets == [each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))]
    kinds = [each.get(qn("w:fldCharType")) for each in body.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]


def test_the_contents_list_says_n(study, path):
    export(study, path)
    assert paragraphs(path, "toc 1") == ["1 Referral: quality & feedback\tn = 2", "2 Meetings\tn = 1"]


@pytest.mark.parametrize("group_by", ["theme", "case_study"])
@pytest.mark.parametrize("word", ["Area", "I02", "I03a", "Named", "Hospital A", "North", "0:01:11", "¶", "Ann Marsh"])
def test_the_public_file_holds_nothing_that_identifies(study, path, group_by, word):
    export(study, path, group_by=group_by)
    assert not [name for name, text in content(path).items() if word.encode() in text]


def test_the_internal_file_says_where_and_who(study, path):
    export(study, path, is_public=False)
    reference = "trust, hospital team  [1 · Area 1 · I02 · I02a Named Nurse, I02b Named Midwife · ¶2 · 0:01:11]"
    assert paragraphs(path, "Attribution")[0] == reference


def test_line_breaks_and_signs_of_xml_are_kept(study, path):
    study.project.change(Extract, study["ring"], text="a <b> & c\nd")
    export(study, path)
    assert "‘a <b> & c\nd’" in paragraphs(path, "Quotation")


def test_characters_that_no_file_can_hold_are_told(study, path):
    study.project.change(Extract, study["ring"], text="bell\x07\ufffe")
    warnings = export(study, path)
    assert "‘bell’" in paragraphs(path, "Quotation")
    assert len(warnings) == 1


def test_nothing_in_the_file_says_who_or_what_made_it(study, path):
    export(study, path)
    facts = docx.Document(str(path)).core_properties
    assert (facts.author, facts.last_modified_by, facts.comments) == ("", "", "")
    assert facts.title == "Joint working & care"
    whole = b"".join(content(path).values())
    for word in ("python-docx", getpass.getuser(), str(Path.home())):
        assert word == "root" or word.encode() not in whole
    assert not [name for name in content(path) if "thumbnail" in name]


def test_a_bank_without_quotations_says_what_to_do(project, path):
    export_quotes(build_bank(project.read), project.read.study(), path)
    assert paragraphs(path, "Quotation Count")[0].startswith("No quotations yet.")


def test_a_study_without_a_title_has_a_heading(project, path):
    project.change(Study, project.read.study().id, title="")
    export_quotes(build_bank(project.read), project.read.study(), path)
    assert paragraphs(path, "Title") == ["Quotations"]


def test_many_quotations_take_no_time_of_their_own(study, path):
    quotations = tuple(PrintedQuotation(str(n), (str(n),), "‘words’", "trust", (), n) for n in range(3000))
    bank = QuoteBank((QuoteSection("1 All", (QuoteSubsection("1.1 Some", quotations),)),))
    start = time.process_time()
    export_quotes(bank, study.read.study(), path)
    assert time.process_time() - start < 5  # added one by one they take a quarter of a minute
    assert len(paragraphs(path, "Quotation")) == 3000
