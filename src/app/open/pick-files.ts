/**
 * Asks the browser for files.
 *
 * @param accept endings and media types, as the attribute of an input has them
 */
export function pickFiles(
  accept: string,
  take: (files: readonly File[]) => void,
  { multiple = false }: { readonly multiple?: boolean } = {},
): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = multiple
  input.accept = accept
  input.addEventListener('change', () => take([...(input.files ?? [])]))
  input.click()
}
