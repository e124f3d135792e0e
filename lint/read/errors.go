package read

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// readError says in one line what could not be read, why, and what to do. What systems say in many ways is said in one.
func readError(path string, err error) error {
	why := err
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		why = pathErr.Err // the path is said already
	}
	switch {
	case errors.Is(err, fs.ErrNotExist) && isLink(path):
		return fmt.Errorf("read %s: the symbolic link leads nowhere: mend or remove it", path)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("read %s: no such file or directory: check the path", path)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("read %s: permission denied: check its permissions", path)
	}
	return fmt.Errorf("read %s: %w", path, why)
}

func isLink(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}
