/** Texts that a shell reads from the script itself. POSIX, Shell Command Language, 2.7.4. */

/**
 * What follows a command: `<<'EOF'`, the text as it is, and a word that is no line of it.
 *
 * @param text ends with a newline, and can be in a script (`canBeAShellWord`)
 * @returns without a newline at the end
 */
export function hereDocument(text: string): { readonly begin: string; readonly end: string } {
  const lines = new Set(text.split('\n'))
  let word = 'EOF'
  for (let number = 2; lines.has(word); number += 1) word = `EOF${number}`
  return { begin: `<<'${word}'`, end: word }
}
