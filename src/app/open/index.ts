/** The door of open/: designs and host facts from files, drops and the clipboard. */
export { openArrival } from './arrival.ts'
export { chooseFile } from './choose-file.ts'
export { followDropsAndPastes } from './drop-target.ts'
export { followLaunches } from './launched.ts'
export { hostInWords, takeHostText } from './take-host.ts'
