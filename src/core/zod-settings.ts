/**
 * Import this beside zod wherever schemas are made. Its compiler asks once whether code may be made of a text; the page's
 * content security policy refuses that, and would report it on each load. zod/mini has no words of its own for its issues.
 */
import { en } from 'zod/locales'
import { config } from 'zod/mini'

config({ ...en(), jitless: true })
