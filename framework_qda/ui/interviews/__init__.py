"""The Interviews desk: case studies, organisations, interviews, informants and their attributes."""
