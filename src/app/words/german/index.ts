/** The page in German. */
import type { Catalogue } from '../catalogue.ts'
import { fields } from './fields/index.ts'
import { page } from './page/index.ts'
import { panels } from './panels/index.ts'
import { workers } from './workers.ts'

/** What the page itself says. */
export const germanOfPage: Catalogue = { ...page, ...panels }

export const german: Catalogue = { ...fields, ...workers, ...germanOfPage }
