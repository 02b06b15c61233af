/** The page in German. */
import type { Catalogue } from '../catalogue.ts'
import { counted } from './counted.ts'
import { fields } from './fields/index.ts'
import { findings } from './findings/index.ts'
import { lookedUp } from './looked-up.ts'
import { page } from './page/index.ts'
import { panels } from './panels/index.ts'
import { presetsAndNotes } from './presets-and-notes.ts'

/** What the page itself says. */
export const germanOfPage: Catalogue = { ...page, ...panels }

export const german: Catalogue = {
  ...fields,
  ...counted,
  ...findings,
  ...lookedUp,
  ...presetsAndNotes,
  ...germanOfPage,
}
