package main

import (
	"fmt"
	"strconv"
	"strings"
)

// grouped writes hundredths as an amount: whole units in groups, the last of three digits and the others of size.
func grouped(hundredths int64, size int, group, point string) string {
	sign := ""
	if hundredths < 0 {
		sign, hundredths = "-", -hundredths
	}
	return sign + groups(strconv.FormatInt(hundredths/100, 10), size, group) + point + fmt.Sprintf("%02d", hundredths%100)
}

func groups(digits string, size int, group string) string {
	parts, width := []string(nil), 3
	for len(digits) > width {
		parts = append([]string{digits[len(digits)-width:]}, parts...)
		digits, width = digits[:len(digits)-width], size
	}
	return strings.Join(append([]string{digits}, parts...), group)
}
