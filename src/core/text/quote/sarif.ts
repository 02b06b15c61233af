/** Texts of SARIF 2.1.0 that are more than JSON texts. */

/**
 * The text of a message. 3.11.6: `[words](address)` would be a link; brackets with a backslash are brackets. Texts that hold
 * no link stay as they are, since not every reader takes the backslashes away.
 */
export function sarifMessage(text: string): string {
  const line = text.toWellFormed()
  return line.includes('](') ? line.replace(/[\\[\]]/g, '\\$&') : line
}

/** A path as a relative reference (RFC 3986), or as a file URI when it is absolute. */
export function sarifUri(path: string): string {
  const steps = path.toWellFormed().replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
  return path.startsWith('/') ? `file://${steps}` : steps.replace(/^(?:\.\/)+/, '')
}
