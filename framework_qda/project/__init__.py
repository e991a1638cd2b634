"""One project file: journal, state tables, lock, back-ups; all the SQL of the program lives here."""
