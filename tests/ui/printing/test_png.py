from datetime import date

import pytest
from PySide6.QtGui import QColor, QImage

from framework_qda.io.drawing import Box, Drawing
from framework_qda.io.map_report import map_report
from framework_qda.ui.printing import png
from framework_qda.ui.printing.png import render, write_map_png, write_png
from tests.ui.printing.conftest import disk_for


def test_the_picture_has_the_colours_of_the_drawing(qapp):
    image = render(Drawing("T", 20, 10, (Box(0, 0, 10, 10, "#ff0000"),)))
    assert (image.width(), image.height()) == (40, 20)
    assert image.pixelColor(5, 5) == QColor("#ff0000")
    assert image.pixelColor(35, 15) == QColor("white")


def test_a_very_large_picture_is_made_smaller(qapp, monkeypatch):
    monkeypatch.setattr(png, "MOST_DOTS", 100)
    assert render(Drawing("T", 50, 1000, ())).height() == 100


def test_a_map_is_written_as_png(qapp, sample, tmp_path):
    path = tmp_path / "map.png"
    assert write_map_png(map_report(sample.overview, made_on=date(2026, 3, 2)), path) == []
    assert QImage(str(path)).width() > 1000


def test_what_stood_there_stays_if_it_cannot_be_written(qapp, sample, tmp_path, monkeypatch):
    path = tmp_path / "map.png"
    path.write_text("before")
    monkeypatch.setattr(png.QImageWriter, "write", lambda _writer, _image: False)
    with pytest.raises(png.ExportError):
        write_map_png(map_report(sample.overview), path)
    assert path.read_text() == "before"


def test_what_stood_there_stays_where_the_last_of_a_picture_does_not_fit_on_the_disk(qapp, tmp_path):
    path = tmp_path / "map.png"
    drawing = Drawing("T", 100, 100, tuple(Box(at, at, 9, 9, f"#00{at:02}ff") for at in range(90)))
    write_png(drawing, path)
    before = path.read_bytes()
    with disk_for(len(before) - 1), pytest.raises(png.ExportError):
        write_png(drawing, path)
    assert path.read_bytes() == before
