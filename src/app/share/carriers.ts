/** Where a long link does not arrive whole: programs that people send links with, and what they take of one message. */
interface Carrier {
  readonly name: string
  readonly characters: number
}

const carriers: readonly Carrier[] = [
  // Discord, Create Message: content, up to 2000 characters.
  { name: 'Discord', characters: 2000 },
  // Telegram, sendMessage: text, 1-4096 characters.
  { name: 'Telegram', characters: 4096 },
]

/** Those that do not take a message of this length. */
export function tooLongFor(characters: number): readonly Carrier[] {
  return carriers.filter((carrier) => characters > carrier.characters)
}
