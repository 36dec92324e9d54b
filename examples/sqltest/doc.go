// Package sqltest stores the library's values in a real database and reads them
// back. It has a module of its own, so that a user of the library inherits no
// database driver.
package sqltest
