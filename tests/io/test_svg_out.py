"""A drawing as SVG."""

from datetime import date
from xml.etree import ElementTree

from framework_qda.io.drawing import Box, Drawing, Words
from framework_qda.io.map_drawing import draw_map
from framework_qda.io.printable import Printable
from framework_qda.io.svg_out import export_svg, svg_text
from framework_qda.matrix.board import read_map
from tests.reference import golden

SVG = "{http://www.w3.org/2000/svg}"


def test_the_picture_is_as_it_was_when_last_looked_at(study, tmp_path):
    path = tmp_path / "map.svg"
    export_svg(draw_map(read_map(study.project.overview), "The study", date(2026, 3, 2), Printable()), path)
    golden.check("map.svg", path.read_text(encoding="utf-8"))


def test_nothing_of_a_text_is_markup():
    text = '<script>alert("1 & 2")</script>'
    shapes = (Words(1, 2, text, 10, "#000000"), Box(0, 0, 1, 1, "#ffffff", title=text))
    root = ElementTree.fromstring(svg_text(Drawing(text, 10, 10, shapes)))
    assert [each.text for each in root.iter(f"{SVG}text")] == [text]
    assert [each.text for each in root.iter(f"{SVG}title")] == [text, text]
    assert not list(root.iter(f"{SVG}script"))


def test_shapes_have_their_looks():
    shapes = (Words(1, 2.5, "a", 10, "#123456", is_bold=True, anchor="end", turn=-45), Box(0, 0, 1, 1, "#fff", "#000"))
    root = ElementTree.fromstring(svg_text(Drawing("T", 10, 20, shapes)))
    (words,) = root.iter(f"{SVG}text")
    assert words.attrib["transform"] == "rotate(-45 1 2.5)"
    assert (words.attrib["text-anchor"], words.attrib["font-weight"]) == ("end", "600")
    assert list(root.iter(f"{SVG}rect"))[-1].attrib["stroke"] == "#000"
    assert root.attrib["viewBox"] == "0 0 10 20"
