/** Words of the scripts. */
import { shellWord } from '../text/index.ts'

export { shellComment as oneLine, shellWord as word } from '../text/index.ts'

/** A path of the host: `~/` is the home of whoever runs the script. */
export function pathWord(path: string): string {
  return path.startsWith('~/') ? `"$HOME"/${shellWord(path.slice(2))}` : shellWord(path)
}
