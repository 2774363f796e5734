# The statements of Ghana, two at a time: the answer has the address of the next page.
curl --fail --silent --show-error "https://r2p.example/api/v1/statements/?state=ghana&limit=2"

# One state as data, and the filters of the site as a table for a spreadsheet.
curl --fail --silent --show-error "https://r2p.example/states/ghana.json"
curl --fail --silent --show-error --output ghana.csv "https://r2p.example/statements.csv?state=ghana"
