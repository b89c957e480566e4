"""Steps that more than one pathway asks. A step in a published pathway is never edited."""
