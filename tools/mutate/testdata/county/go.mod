module county

go 1.26.0
