/** What a text from elsewhere is, by its beginning. */
export function kindOfText(text: string): 'xml' | 'link' | 'json' | 'yaml' | undefined {
  const start = text.replace(/^\uFEFF/, '').trimStart()
  if (/^(?:https?:\/\/\S+)?#v\d+\.\S+\s*$/.test(start)) return 'link'
  if (/^<(?:[?!]|[A-Za-z_])/.test(start)) return 'xml'
  if (start.startsWith('{')) return 'json'
  return /^[\w-]+:\s*(?:$|[{[\w'"|>&#])/m.test(start) ? 'yaml' : undefined
}
