-- Where the middle of a postcode of four digits lies: for who lives where nobody on the map has a door. Longitude and latitude, WGS84.
create table directory_postcode (
  municipality_id integer not null,
  postcode text not null,
  lon double precision not null,
  lat double precision not null,
  primary key (municipality_id, postcode),
  foreign key (municipality_id) references directory_municipality (municipality_id)
);
