import pytest

from framework_qda.errors import ImportFileError
from framework_qda.io.dictionaries import DictionaryFile, dictionary_for, find_dictionaries, load_dictionary
from framework_qda.shipped import resources_folder
from framework_qda.text.spelling import Speller

SMALL_AFF = "SET UTF-8\nTRY abc\n"


def put_dictionary(folder, name, words=("ward",), aff=SMALL_AFF):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.aff").write_text(aff, encoding="utf-8")
    (folder / f"{name}.dic").write_text("\n".join([str(len(words)), *words]), encoding="utf-8")


@pytest.fixture(scope="module")
def british():
    return load_dictionary(dictionary_for("en-GB", find_dictionaries()))


def test_british_english_is_shipped_with_its_licence():
    file = dictionary_for("en-GB", find_dictionaries())
    assert file.language == "en-GB"
    assert file.aff.parent == resources_folder() / "spelling"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (file.aff.parent / "LICENSE_en_GB.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "word", ["organisation", "organize", "colour", "NHS", "naïve", "paediatrician", "well-being", "psychosocial"]
)
def test_british_english_is_known(british, word):
    assert british.knows(word)


def test_a_text_is_checked_against_the_shipped_dictionary(british):
    speller = Speller(british.knows, british.language, {"Gillick"}, british.script)
    assert [word.text for word in speller.unknown("Gillick isn’t recieved on the safegaurding-led ward.")] == [
        "recieved",
        "safegaurding",
    ]


def test_words_for_ages_are_no_mistakes(british):
    assert Speller(british.knows, british.language).unknown("Four-year-olds and a 12-year-old.") == []


def test_what_may_have_been_meant_is_suggested(british):
    assert british.suggest("recieve")[0] == "receive"


def test_the_folder_beside_the_project_goes_before_all_others(tmp_path):
    put_dictionary(tmp_path / "dictionaries", "en_GB")
    file = dictionary_for("en-GB", find_dictionaries(tmp_path / "study.fqda"))
    assert file.aff.parent == tmp_path / "dictionaries"
    assert not load_dictionary(file).knows("organisation")


def test_a_dictionary_is_known_by_the_tag_in_its_name(tmp_path):
    folder = tmp_path / "dictionaries"
    for name in ("de_DE_frami", "cy", "sr-Latn", "notes on affixes"):
        put_dictionary(folder, name)
    (folder / "fr_FR.aff").write_text(SMALL_AFF, encoding="utf-8")
    found = find_dictionaries(tmp_path / "study.fqda")
    assert [file.language for file in found if file.aff.parent == folder] == ["cy", "de-DE", "sr-Latn"]


@pytest.mark.parametrize(
    ("language", "tag"),
    [("en-US", "en-US"), ("en_us", "en-US"), ("en-NZ", "en-GB"), ("en", "en-GB"), ("cy", None), ("", None)],
)
def test_the_nearest_dictionary_of_a_language_is_taken(language, tag):
    found = [DictionaryFile(each, resources_folder()) for each in ("en-AU", "en-GB", "en-US", "sv-SE")]
    file = dictionary_for(language, found)
    assert (file.language if file else None) == tag


def test_a_damaged_dictionary_is_refused_with_a_sentence(tmp_path):
    put_dictionary(tmp_path / "dictionaries", "cy", aff="SET no-such-encoding\nSFX A Y\n")
    file = dictionary_for("cy", find_dictionaries(tmp_path / "study.fqda"))
    with pytest.raises(ImportFileError, match="spelling is not checked"):
        load_dictionary(file)
