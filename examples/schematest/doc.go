// Package schematest validates what the example programs print against the JSON
// Schemas of package schema. It has a module of its own, so that a user of the
// library inherits no validator.
package schematest
