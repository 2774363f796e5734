"""Printed lists of speakers: parsed, compared with the record, and saved as participations."""
