"""Pure functions on text: timecodes, speakers, paragraphs, anchors, cleaning, offsets."""
