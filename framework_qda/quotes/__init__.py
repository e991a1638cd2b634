"""From extract to print: house style, attribution, the bank of quotations."""
