import { translated } from './words.ts'

/**
 * '2 shares', '1 share', in the language of the page.
 *
 * @param one the English word for one of them; German and others have it and that for many in their catalogue
 */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${translated(count === 1 ? one : many)}`
}
