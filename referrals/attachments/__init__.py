"""Letters and photographs that come with a form: taken in, cleaned, scanned, kept, opened."""
