"""What the record shows: functions that read the database and return plain rows."""
