// Command schema writes the JSON Schema of profiles beside package mapping.
package main

import (
	"log"
	"os"

	"github.com/koine-go/koine/mapping"
)

func main() {
	if err := os.WriteFile("profile.schema.json", mapping.Schema(), 0o644); err != nil {
		log.Fatal(err)
	}
}
