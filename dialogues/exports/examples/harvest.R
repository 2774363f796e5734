# All statements on a theme as a data frame, page after page. Needs the package jsonlite.
library(jsonlite)

address <- "https://r2p.example/api/v1/statements/?theme=veto&limit=500"
pages <- list()
while (!is.null(address)) {
  page <- fromJSON(address, flatten = TRUE)
  pages[[length(pages) + 1]] <- page$records
  address <- page[["next"]]
}
statements <- rbind_pages(pages)
print(table(statements$dialogue.year))
