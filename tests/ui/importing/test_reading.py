from threading import Event

from framework_qda.ui.importing.plan import ReadFile
from framework_qda.ui.importing.reading import FileReader, read_file


def test_a_text_file_tells_its_encoding(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("café".encode("cp1252"))
    outcome = read_file(path)
    assert (outcome.encoding, outcome.notes.paragraphs[0].text) == ("cp1252", "café")


def test_a_fault_of_the_file_is_its_problem(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(b"plain")
    assert "not a Word document" in read_file(path).problem


def test_a_wrong_choice_of_encoding_leaves_the_choice(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"caf\xe9")
    outcome = read_file(path, "utf-8")
    assert outcome.notes is None
    assert outcome.encoding == "utf-8"


def test_files_are_told_one_by_one_in_their_order(qtbot, tmp_path):
    reader = FileReader(read=lambda path, _encoding: ReadFile(path))
    told = []
    reader.file_read.connect(told.append)
    with qtbot.waitSignal(reader.finished):
        reader.start([(tmp_path / "a", None), (tmp_path / "b", None)])
        reader.start([(tmp_path / "c", None)])
    assert [each.path.name for each in told] == ["a", "b", "c"]


def test_after_a_cancel_no_further_file_is_read(qtbot, tmp_path):
    gate, read = Event(), []

    def read_slowly(path, _encoding):
        read.append(path.name)
        gate.wait(5)
        return ReadFile(path)

    reader = FileReader(read=read_slowly)
    with qtbot.waitSignal(reader.finished):
        reader.start([(tmp_path / "a", None), (tmp_path / "b", None)])
        qtbot.waitUntil(lambda: read == ["a"])
        reader.cancel()
        gate.set()
    assert read == ["a"]


def test_a_reader_that_nobody_waits_for_tells_nothing_and_goes(qtbot, tmp_path):
    gate = Event()

    def read_slowly(path, _encoding):
        gate.wait(5)
        return ReadFile(path)

    reader = FileReader(read=read_slowly)
    told = []
    reader.file_read.connect(told.append)
    reader.start([(tmp_path / "a", None)])
    with qtbot.waitSignal(reader.destroyed):
        reader.leave()
        gate.set()
    assert told == []


def test_a_reader_may_go_the_moment_that_it_has_finished(qtbot, tmp_path):
    for _ in range(40):
        reader = FileReader(read=lambda path, _encoding: ReadFile(path))
        with qtbot.waitSignal(reader.finished):
            reader.start([(tmp_path / "a", None)])
            reader.start([(tmp_path / "b", None)])
        del reader
        qtbot.wait(1)
