/** The keys that work in one place of the page only. */
export interface KeysOfPlace {
  readonly place: string
  readonly keys: readonly { readonly does: string; readonly keys: readonly string[] }[]
}

export const keysByPlace: readonly KeysOfPlace[] = [
  {
    place: 'Parts at the left',
    keys: [
      { does: 'From one to the next', keys: ['↑', '↓'] },
      { does: 'Open it', keys: ['Enter'] },
    ],
  },
  {
    place: 'Lists of devices',
    keys: [
      { does: 'From one to the next', keys: ['↑', '↓'] },
      { does: 'Move it', keys: ['Alt+↑', 'Alt+↓'] },
      { does: 'Take it away', keys: ['Delete'] },
      { does: 'Close its form', keys: ['Escape'] },
    ],
  },
  {
    place: 'Devices of the host',
    keys: [
      { does: 'Give it to the guest', keys: ['Space'] },
      { does: 'Several at once', keys: ['Shift+↑', 'Shift+↓'] },
      { does: 'All of them', keys: ['Mod+A'] },
    ],
  },
  {
    place: 'Output',
    keys: [
      { does: 'From one output to the next', keys: ['←', '→'] },
      { does: 'Why this line is there', keys: ['F1'] },
      { does: 'Find in the text', keys: ['Mod+F'] },
      { does: 'Fixes for what is wrong here', keys: ['Mod+.'] },
      { does: 'Suggestions', keys: ['Mod+Space'] },
    ],
  },
]
