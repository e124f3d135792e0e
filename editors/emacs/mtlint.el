;;; mtlint.el --- Find what machine translation broke in an article -*- lexical-binding: t; -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1") (eglot "1.9") (flymake "1.2.1"))
;; Keywords: wp, languages, tools
;; SPDX-License-Identifier: Apache-2.0

;;; Commentary:

;; Starts the language server of mtlint for articles, by Eglot:
;;
;;   (require 'mtlint)
;;   (mtlint-setup)
;;
;; Findings are shown by Flymake, repairs by `eglot-code-actions', the reason of a rule by `eldoc'.

;;; Code:

(require 'eglot)
(require 'subr-x)

(defgroup mtlint nil
  "Find what machine translation broke in an article."
  :group 'text)

(defcustom mtlint-command '("mtlint" "lsp")
  "The program and its arguments that start the language server."
  :type '(repeat string))

(defcustom mtlint-modes '(text-mode markdown-mode gfm-mode html-mode mhtml-mode)
  "The major modes of articles, without those that derive from them."
  :type '(repeat symbol))

(defcustom mtlint-settings nil
  "Settings of the server as a property list, such as (:profile \"web\").
docs/editors.md lists them."
  :type 'plist)

(defvar mtlint--warned nil
  "Whether the user was told that the program is missing.")

(defun mtlint--contact (&rest _)
  "Return how Eglot starts the server."
  (if mtlint-settings
      (append mtlint-command (list :initializationOptions mtlint-settings))
    mtlint-command))

(defun mtlint--server-programs ()
  "Return `eglot-server-programs' with mtlint before all others."
  (cons (cons (mapcar (lambda (mode)
                        (if (eq mode 'text-mode) '(text-mode :language-id "plaintext") mode))
                      mtlint-modes)
              #'mtlint--contact)
        (default-value 'eglot-server-programs)))

(defvar-local mtlint--article nil
  "Whether this buffer is an article that the server is started for.")

(defun mtlint--holds-article-p (directory)
  "Return whether an article in DIRECTORY is open."
  (cl-some (lambda (buffer)
             (and (buffer-local-value 'mtlint--article buffer)
                  (equal (expand-file-name directory)
                         (file-name-directory (buffer-file-name buffer)))))
           (buffer-list)))

(defun mtlint--project (directory)
  "Return the project of the articles in DIRECTORY when no other is known.
It is the nearest directory above with a configuration or a names
file of mtlint, else DIRECTORY itself when an article in it is open."
  (let ((root (or (locate-dominating-file directory ".mtlint.yaml")
                  (locate-dominating-file directory "names.yaml")
                  (and (mtlint--holds-article-p directory) directory))))
    (and root (cons 'transient root))))

(defun mtlint-ensure ()
  "Start the server for this buffer when it visits an article."
  (when (and buffer-file-name (memq major-mode mtlint-modes))
    (setq-local eglot-server-programs (mtlint--server-programs))
    (setq mtlint--article t)
    (if (executable-find (car mtlint-command))
        (eglot-ensure)
      (unless mtlint--warned
        (setq mtlint--warned t)
        (display-warning
         'mtlint
         (format "Cannot start `%s': install it, or say where it is in `mtlint-command'" (car mtlint-command)))))))

;;;###autoload
(defun mtlint-setup ()
  "Start the server for every article that is visited, now and later."
  (interactive)
  (add-hook 'text-mode-hook #'mtlint-ensure)
  (add-hook 'project-find-functions #'mtlint--project 90)
  (dolist (buffer (buffer-list))
    (with-current-buffer buffer (mtlint-ensure))))

(defun mtlint--execute (command arguments done)
  "Have the server execute COMMAND with ARGUMENTS and call DONE with the answer."
  (jsonrpc-async-request
   (or (eglot-current-server) (user-error "No article is open here"))
   :workspace/executeCommand (list :command command :arguments arguments)
   :timeout nil
   :success-fn done
   :error-fn (lambda (err) (message "mtlint: %s" (plist-get err :message)))))

(defun mtlint--uri ()
  "Return the URI of this buffer."
  (plist-get (eglot--TextDocumentIdentifier) :uri))

(defun mtlint-fix-all ()
  "Make all safe fixes of this article."
  (interactive)
  (eglot--signal-textDocument/didChange)
  (mtlint--execute "mtlint.fixAll" (vector (mtlint--uri)) #'ignore))

(defun mtlint-score ()
  "Show what is broken in this article, in points per 1,000 words."
  (interactive)
  (eglot--signal-textDocument/didChange)
  (mtlint--execute
   "mtlint.score" (vector (mtlint--uri))
   (lambda (answer)
     (cl-destructuring-bind (&key score words errors warnings infos &allow-other-keys) answer
       (message "mtlint: score %.1f in %d words: %d errors, %d warnings, %d infos" score words errors warnings infos)))))

(defun mtlint-lint-workspace ()
  "Lint all articles of the project and list what is found."
  (interactive)
  (let ((buffer (current-buffer)))
    (mtlint--execute
     "mtlint.lintWorkspace" []
     (lambda (answer)
       (cl-destructuring-bind (&key files errors warnings infos &allow-other-keys) answer
         (message "mtlint: %d articles: %d errors, %d warnings, %d infos" files errors warnings infos))
       (when (buffer-live-p buffer)
         (with-current-buffer buffer (flymake-show-project-diagnostics)))))))

(provide 'mtlint)
;;; mtlint.el ends here
