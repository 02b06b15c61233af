/** The keys that work in one place of the page only. */
import { t } from '../words/index.ts'

export interface KeysOfPlace {
  readonly place: string
  readonly keys: readonly { readonly does: string; readonly keys: readonly string[] }[]
}

export const keysByPlace: readonly KeysOfPlace[] = [
  {
    place: t`Parts at the left`,
    keys: [
      { does: t`From one to the next`, keys: ['↑', '↓'] },
      { does: t`Open it`, keys: ['Enter'] },
    ],
  },
  {
    place: t`Lists of devices`,
    keys: [
      { does: t`From one to the next`, keys: ['↑', '↓'] },
      { does: t`Move it`, keys: ['Alt+↑', 'Alt+↓'] },
      { does: t`Take it away`, keys: ['Delete'] },
      { does: t`Close its form`, keys: ['Escape'] },
    ],
  },
  {
    place: t`Devices of the host`,
    keys: [
      { does: t`Give it to the guest`, keys: ['Space'] },
      { does: t`Several at once`, keys: ['Shift+↑', 'Shift+↓'] },
      { does: t`All of them`, keys: ['Mod+A'] },
    ],
  },
  {
    place: t`Output`,
    keys: [
      { does: t`From one output to the next`, keys: ['←', '→'] },
      { does: t`Why this line is there`, keys: ['F1'] },
      { does: t`Find in the text`, keys: ['Mod+F'] },
      { does: t`Fixes for what is wrong here`, keys: ['Mod+.'] },
      { does: t`Suggestions`, keys: ['Mod+Space'] },
    ],
  },
]
