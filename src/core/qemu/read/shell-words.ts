/** A text of shell commands to words. POSIX shell, 2.2 Quoting and 2.3 Token Recognition. */

/** The words of each command of a text, in order; a command ends at a line end, `;`, `&` or `|`. */
export function shellCommands(text: string): string[][] {
  const commands: string[][] = []
  let words: string[] = []
  let word: string | undefined
  const endWord = () => {
    if (word !== undefined) words.push(word)
    word = undefined
  }
  const endCommand = () => {
    endWord()
    if (words.length > 0) commands.push(words)
    words = []
  }
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? ''
    if (character === '\\') {
      index += 1
      const next = text[index] ?? ''
      if (next === '\r' && text[index + 1] === '\n') index += 1
      else if (next !== '\n') word = (word ?? '') + next
    } else if (character === "'") {
      const end = text.indexOf("'", index + 1)
      const until = end < 0 ? text.length : end
      word = (word ?? '') + text.slice(index + 1, until)
      index = until
    } else if (character === '"') {
      word ??= ''
      for (index += 1; index < text.length && text[index] !== '"'; index += 1) {
        if (text[index] === '\\' && '$`"\\\n'.includes(text[index + 1] ?? ' ')) {
          index += 1
          if (text[index] === '\n') continue
        }
        word += text[index]
      }
    } else if (character === '#' && word === undefined) {
      const end = text.indexOf('\n', index)
      index = (end < 0 ? text.length : end) - 1
    } else if (character === ' ' || character === '\t' || character === '\r') endWord()
    else if (character === '\n' || character === ';' || character === '&' || character === '|') endCommand()
    else word = (word ?? '') + character
  }
  endCommand()
  return commands
}

/** The first command that starts QEMU: its program, and the words after it. */
export function qemuCommand(text: string): { program: string; words: string[] } | undefined {
  for (const command of shellCommands(text)) {
    const at = command.findIndex((word) => /(?:^|\/)(?:qemu-system-[\w-]+|qemu-kvm|kvm)$/.test(word))
    if (at >= 0) return { program: command[at] ?? '', words: command.slice(at + 1) }
  }
  return undefined
}
