package read

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// readError says in one line what could not be read, why, and what to do.
func readError(path string, err error) error {
	why := err
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		why = pathErr.Err // the path is said already
	}
	switch {
	case errors.Is(err, fs.ErrNotExist) && isLink(path):
		return fmt.Errorf("read %s: the symbolic link leads nowhere (%w): mend or remove it", path, why)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("read %s: %w: check the path", path, why)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("read %s: %w: check its permissions", path, why)
	}
	return fmt.Errorf("read %s: %w", path, why)
}

func isLink(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}
