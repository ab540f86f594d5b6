-- What runs with the rights of the tables' owner is for the application alone, whoever else may connect.
REVOKE EXECUTE ON FUNCTION "find_claims" FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "find_claims" TO voldaan_app;
