/** The page in German. */
import type { Catalogue } from '../catalogue.ts'
import { fields } from './fields/index.ts'
import { lookedUp } from './looked-up.ts'
import { page } from './page/index.ts'
import { panels } from './panels/index.ts'

/** What the page itself says. */
export const germanOfPage: Catalogue = { ...page, ...panels }

export const german: Catalogue = { ...fields, ...lookedUp, ...germanOfPage }
