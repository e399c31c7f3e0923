export { createGateway, type Gateway } from './gateway.ts'
export { connectKeeper } from './keeper-client.ts'
export { terminalNumber } from './terminal.ts'
