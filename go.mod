module github.com/koine-go/koine

go 1.26.0

require (
	github.com/go-json-experiment/json v1.27.2
	github.com/leanovate/gopter v0.2.11
	github.com/pelletier/go-toml/v2 v2.4.3
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3
	github.com/shopspring/decimal v1.6.0
	golang.org/x/text v0.43.0
)
