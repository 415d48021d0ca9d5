"""After the meeting: raw words to the disk, then a note, then what was found in it, to confirm."""
