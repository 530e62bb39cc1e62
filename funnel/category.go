package funnel

// Category is how sure the seller says to be: the third axis. It says nothing about the outcome. The zero value is no category.
type Category uint8

// The forecast categories in rising order of confidence.
const (
	NoCategory Category = iota
	Omitted
	Pipeline
	BestCase
	MostLikely
	Commit
	ClosedCategory
)

var categoryKeys = [...]string{"", "omitted", "pipeline", "best_case", "most_likely", "commit", "closed"}

// ParseCategory returns the category with this key, an ErrKey for any other text.
func ParseCategory(key string) (Category, error) {
	i, err := keyIndex(categoryKeys[:], key)
	return Category(i), err
}

// String returns the key, the empty string for no category.
func (c Category) String() string { return keyOf(categoryKeys[:], uint8(c)) }

// MarshalText writes the key.
func (c Category) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads a key; empty is no category.
func (c *Category) UnmarshalText(b []byte) (err error) {
	*c, err = ParseCategory(string(b))
	return err
}
