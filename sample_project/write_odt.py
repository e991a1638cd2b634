"""Write an observation as an OpenDocument text, from plain text with one paragraph a line.

    python sample_project/write_odt.py "I12 observation.txt" "sample_project/notes/I12 observation.odt"

The first line is the heading; an aside of the analyst is `[Analyst: ...]`. Running it again gives the same bytes. Like
the Word documents, the file may be edited in a word processor after this first writing.
"""

import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

WRITTEN_AT = (2012, 3, 20, 15, 0, 0)
MIMETYPE = "application/vnd.oasis.opendocument.text"
_NAMES = "urn:oasis:names:tc:opendocument:xmlns"
_CONTENT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="{_NAMES}:office:1.0" xmlns:text="{_NAMES}:text:1.0"
  xmlns:style="{_NAMES}:style:1.0" xmlns:fo="{_NAMES}:xsl-fo-compatible:1.0" office:version="1.2">
<office:automatic-styles>
<style:style style:name="P1" style:family="paragraph">
<style:paragraph-properties fo:margin-bottom="0.2cm"/>
<style:text-properties fo:font-size="11pt" fo:language="en" fo:country="GB"/></style:style>
<style:style style:name="P2" style:family="paragraph">
<style:paragraph-properties fo:margin-bottom="0.2cm"/>
<style:text-properties fo:font-size="11pt" fo:language="en" fo:country="GB" fo:font-style="italic"/></style:style>
</office:automatic-styles>
<office:body><office:text>
%s
</office:text></office:body></office:document-content>
"""
_MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="{_NAMES}:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="{MIMETYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"""


def write_odt(text: str, destination: Path) -> None:
    """Write lines as the paragraphs of an OpenDocument text, without any personal metadata."""
    heading, *lines = filter(None, map(str.strip, text.splitlines()))
    body = [f'<text:h text:outline-level="1">{escape(heading)}</text:h>', *map(_paragraph, lines)]
    with zipfile.ZipFile(destination, "w") as target:
        _add(target, "mimetype", MIMETYPE, zipfile.ZIP_STORED)
        _add(target, "content.xml", _CONTENT % "\n".join(body), zipfile.ZIP_DEFLATED)
        _add(target, "META-INF/manifest.xml", _MANIFEST, zipfile.ZIP_DEFLATED)


def _paragraph(line: str) -> str:
    style = "P2" if line.startswith("[Analyst") else "P1"
    return f'<text:p text:style-name="{style}">{escape(line)}</text:p>'


def _add(target: zipfile.ZipFile, name: str, content: str, compression: int) -> None:
    target.writestr(zipfile.ZipInfo(name, WRITTEN_AT), content.encode(), compression)


if __name__ == "__main__":
    source_path, target_path = map(Path, sys.argv[1:3])
    write_odt(source_path.read_text(encoding="utf-8"), target_path)
