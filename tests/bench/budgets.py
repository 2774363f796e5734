"""What the site promises its readers, in figures, and which of it a run has not kept."""

# Milliseconds of a list, median and 95th percentile, in collections of up to so many statements.
LISTS = {2_000: (8, 16), 100_000: (12, 25), 1_000_000: (25, 50)}
MEMORY = 250  # megabytes of a worker
ROWS_A_SECOND = 40_000  # of a CSV file, in the server's own time
JSON_ROWS = 2  # times msgspec alone, for rows that are cached
RELEASE = (60, 300)  # seconds and megabytes, of 100,000 statements or less
PERMALINK = 0.5  # of the answers a second that an empty view gives


def too_slow(name, size, median, p95):
    """A line for each budget of a list that its figures exceed."""
    most = next((budget for upto, budget in LISTS.items() if size <= upto), (25, 50))
    for label, figure, budget in zip(("median", "p95"), (median, p95), most, strict=True):
        if figure > budget:
            yield f"{name}: {label} {figure:.1f} ms, more than {budget}"


def too_much(memory, rows_a_second, permalink):
    """A line for each of the other budgets that is not kept."""
    if memory > MEMORY:
        yield f"memory {memory:.0f} MB, more than {MEMORY}"
    if rows_a_second < ROWS_A_SECOND:
        yield f"CSV {rows_a_second:.0f} rows a second, less than {ROWS_A_SECOND}"
    if permalink < PERMALINK:
        yield f"permalink {permalink:.2f} of an empty view, less than {PERMALINK}"


def rows_too_slow(ratio):
    """A line if 1,000 rows as JSON take longer than they may."""
    if ratio > JSON_ROWS:
        yield f"rows as JSON {ratio:.1f} times msgspec alone, more than {JSON_ROWS}"


def release_too_slow(size, seconds, megabytes):
    """A line for each budget of a release that is not kept."""
    most_seconds, most_megabytes = RELEASE
    if size <= 100_000 and seconds > most_seconds:
        yield f"release {seconds:.1f} s, more than {most_seconds}"
    if megabytes > most_megabytes:
        yield f"release {megabytes:.0f} MB, more than {most_megabytes}"
