/**
 * Import this beside zod wherever schemas are made. Its compiler asks once whether code may be made of a text; the page's
 * content security policy refuses that, and would report it on each load.
 */
import { config } from 'zod'

config({ jitless: true })
