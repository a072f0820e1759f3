# sna's brokerage of all nodes and roles: reads "from to weight" and the groups, prints the seconds of the processor.
suppressMessages(library(sna))
words <- commandArgs(trailingOnly = TRUE)
rows <- as.matrix(read.table(words[1]))
group <- scan(paste0(words[1], ".groups"), quiet = TRUE)
# Its own list of ties, in both directions and numbered from 1; weights are of no use to it.
ties <- rbind(cbind(rows[, 1] + 1, rows[, 2] + 1, 1), cbind(rows[, 2] + 1, rows[, 1] + 1, 1))
attr(ties, "n") <- as.integer(words[3])
begin <- proc.time()
found <- brokerage(ties, group)
spent <- proc.time() - begin
cat(spent[["user.self"]] + spent[["sys.self"]], "\n")
