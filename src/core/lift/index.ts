/** Domain to the shortest VmSpec. */
export { lift } from './lift.ts'
