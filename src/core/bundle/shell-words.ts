/** Words of the scripts. */
export { shellComment as oneLine, shellHostPath as pathWord, shellWord as word } from '../text/index.ts'
