"""What every site starts with: the words of the glossary."""
