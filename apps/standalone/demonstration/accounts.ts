/** An account of the demonstration district; printed after the start, so never one of a real district. */
export interface DemonstrationAccount {
  readonly login: string;
  readonly password: string;
  readonly title: string;
}

export const demonstrationAccounts: readonly DemonstrationAccount[] = [];
