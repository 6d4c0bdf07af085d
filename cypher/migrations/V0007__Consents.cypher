// Who does not want to be ranked or asked, to be found without looking at all clients.
CREATE INDEX client_opted_out FOR (client:Client) ON (client.optedOut);
